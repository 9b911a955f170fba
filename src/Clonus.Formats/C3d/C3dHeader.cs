namespace Clonus.Formats;

/// <summary>The first block of a C3D. Words are counted from 1, as the format's definition does.</summary>
internal sealed class C3dHeader(C3dProcessor processor, byte[] bytes)
{
    public int Points => Word(2);

    /// <summary>All analog samples of a frame: channels times samples of each.</summary>
    public int AnalogPerFrame => Word(3);

    public int FirstFrame => Word(4);

    public int LastFrame => Word(5);

    /// <summary>Negative for float points.</summary>
    public double Scale => Single(7);

    public int DataBlock => Word(9);

    public double Rate => Single(11);

    public int EventKey => Word(150);

    /// <summary>The events of older files, at most eighteen, with labels of four letters.</summary>
    public IEnumerable<TrialEvent> Events(int most) =>
        Enumerable.Range(0, Math.Min(Word(151), most))
            .Where(i => float.IsFinite(Single(153 + (2 * i))))
            .Select(i => new TrialEvent(Single(153 + (2 * i)), PointLabel.Shown(LabelText.Decode(bytes.AsSpan(At(199 + (2 * i)), 4))) is { Length: > 0 } label ? label : "Event", "General"));

    private int Word(int number) => processor.UInt16(bytes.AsSpan(At(number)));

    private float Single(int number) => processor.Single(bytes.AsSpan(At(number)));

    private static int At(int word) => 2 * (word - 1);
}
