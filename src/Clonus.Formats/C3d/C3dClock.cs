using System.Globalization;

namespace Clonus.Formats;

/// <summary>
/// When a C3D's frames and events were. Frame 1 is the trial's time 0, and events count from there, also where the file begins later. Our own
/// files may say in CLONUS:FIRST_TIME that their first frame had another time where they came from.
/// </summary>
internal sealed class C3dClock
{
    public const string FirstTime = "FIRST_TIME";
    public const string Group = "CLONUS";

    private readonly int _firstFrame;
    private readonly double? _rate;
    private readonly double? _firstTime;

    public C3dClock(int firstFrame, double? rate, C3dParameters parameters)
    {
        _firstFrame = firstFrame;
        _rate = rate;
        _firstTime = parameters.Find($"{Group}:{FirstTime}")?.Texts() is [var text, ..]
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var time) && double.IsFinite(time) ? time : null;
    }

    public double Time(int row) => _firstTime is { } first ? first + (row / _rate!.Value) : (_firstFrame - 1 + row) / _rate!.Value;

    public double OfEvent(double trialSeconds) => _firstTime is { } first && _rate is { } rate ? trialSeconds - ((_firstFrame - 1) / rate) + first : trialSeconds;
}
