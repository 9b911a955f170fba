namespace Clonus.Motion.Tests;

/// <summary>An ankle angle written down move by move, degrees of dorsiflexion, with half cosines between levels.</summary>
internal sealed class ScriptedAngle
{
    private readonly List<(double Start, double End, double From, double To)> _moves = [];
    private readonly double _rest;

    public ScriptedAngle(double restDegrees = -20)
    {
        _rest = restDegrees;
    }

    public double EndSeconds { get; private set; }

    public List<double> BeatTimes { get; } = [];

    private double Level => _moves.Count == 0 ? _rest : _moves[^1].To;

    public ScriptedAngle Hold(double seconds) => MoveTo(Level, seconds);

    public ScriptedAngle MoveTo(double degrees, double seconds)
    {
        _moves.Add((EndSeconds, EndSeconds + seconds, Level, degrees));
        EndSeconds += seconds;
        return this;
    }

    /// <summary>Excursions from the level and back; plantarflexion takes <paramref name="fraction"/> of each.</summary>
    public ScriptedAngle Beats(int count, double frequencyHz, double depth = 8, double fraction = 0.45, double decayPerBeat = 1, double firstRatio = 1.2)
    {
        for (var i = 0; i < count; i++)
        {
            var level = Level;
            var period = (i == 0 ? firstRatio : 1) / frequencyHz;
            MoveTo(level - (depth * Math.Pow(decayPerBeat, i)), fraction * period);
            BeatTimes.Add(EndSeconds);
            MoveTo(level, (1 - fraction) * period);
        }

        return this;
    }

    public double At(double time)
    {
        foreach (var (start, end, from, to) in _moves)
        {
            if (time < end)
            {
                return from + ((to - from) * (1 - Math.Cos(Math.PI * (time - start) / (end - start))) / 2);
            }
        }

        return Level;
    }

    /// <summary>One second of rest, a stretch of 25° at up to 390°/s, beats, a held second, a slow release, rest.</summary>
    public static ScriptedAngle Stretched(int beats, double frequencyHz, double depth = 8, double decayPerBeat = 1) =>
        new ScriptedAngle().Hold(1).MoveTo(5, 0.1).Hold(0.08).Beats(beats, frequencyHz, depth, decayPerBeat: decayPerBeat).Hold(1).MoveTo(-20, 0.6).Hold(0.5);
}
