namespace Clonus.Motion.Tests.Gait;

/// <summary>
/// How far a foot has gone that rests, speeds up evenly, goes at one speed, slows down evenly and rests. Speeds that change evenly are measured exactly, so that
/// the instant of foot-off is where the ramp begins (the speeds there are measured over the ramp's corner, which moves it by <see cref="CornerSeconds"/> at most), and the instant at which the foot comes down to an eighth of its speed an eighth of a ramp before it stops.
/// </summary>
internal sealed class ScriptedFoot
{
    public const double RampSeconds = 0.2;

    public const double CornerSeconds = 0.001;

    /// <summary>From the contact that is to be found to the swing's end.</summary>
    public const double EdgeSeconds = RampSeconds / 8;

    private readonly List<(double Start, double Seconds, double Legs)> _swings = [];

    public double Start { get; init; }

    public ScriptedFoot Swing(double start, double legs, double seconds = 0.5)
    {
        _swings.Add((start, seconds, legs));
        return this;
    }

    public double FootOff(int swing) => _swings[swing].Start;

    public double Contact(int swing) => _swings[swing].Start + _swings[swing].Seconds - EdgeSeconds;

    /// <summary>How far the foot still goes from contact to rest.</summary>
    public double LeftOver(int swing) => _swings[swing].Legs / (_swings[swing].Seconds - RampSeconds) / RampSeconds * EdgeSeconds * EdgeSeconds / 2;

    public double At(double time) => Start + _swings.Sum(s => s.Legs * Share(time - s.Start, s.Seconds));

    /// <summary>1 in the middle of each swing, from and to 0 at its ends.</summary>
    public double Lift(double time) => _swings.Sum(s => Math.Clamp((time - s.Start) / s.Seconds, 0, 1) is var share ? 16 * share * share * (1 - share) * (1 - share) : 0);

    private static double Share(double time, double seconds)
    {
        var speed = 1 / (seconds - RampSeconds);
        double Ramp(double t) => speed / RampSeconds * t * t / 2;
        return time <= 0 ? 0
            : time >= seconds ? 1
            : time < RampSeconds ? Ramp(time)
            : time > seconds - RampSeconds ? 1 - Ramp(seconds - time)
            : speed * (time - (RampSeconds / 2));
    }
}
