namespace Clonus.Scorecard.Naming;

/// <summary>A place in the room in metres: forward (where the person looks or goes), to the person's left, up.</summary>
internal readonly record struct Place3(double Forward, double Left, double Up)
{
    public static Place3 operator +(Place3 a, Place3 b) => new(a.Forward + b.Forward, a.Left + b.Left, a.Up + b.Up);

    public static Place3 operator -(Place3 a, Place3 b) => new(a.Forward - b.Forward, a.Left - b.Left, a.Up - b.Up);

    public static Place3 operator *(Place3 a, double factor) => new(a.Forward * factor, a.Left * factor, a.Up * factor);

    /// <summary>In the plane of a leg: down is 0 degrees, forward 90.</summary>
    public static Place3 Polar(double length, double degreesForward) =>
        new(length * Math.Sin(degreesForward * Math.PI / 180), 0, -length * Math.Cos(degreesForward * Math.PI / 180));
}
