using Clonus.Motion.Tracks;

namespace Clonus.Synthesis.Scripts;

/// <summary>A place or a direction in the plane of the leg, in millimetres: x towards the toes' side, y down.</summary>
public readonly record struct Place(double X, double Y)
{
    public static Place operator +(Place a, Place b) => new(a.X + b.X, a.Y + b.Y);

    public static Place operator -(Place a, Place b) => new(a.X - b.X, a.Y - b.Y);

    public static Place operator *(Place a, double factor) => new(a.X * factor, a.Y * factor);

    public double Length => Math.Sqrt((X * X) + (Y * Y));

    public Place Direction() => this * (1 / Length);

    /// <summary>Turned from x towards y, which is clockwise in the picture.</summary>
    public Place Turned(double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return new Place((X * cos) - (Y * sin), (X * sin) + (Y * cos));
    }
}

/// <summary>Where the leg is and which part of the room the camera sees.</summary>
/// <param name="Knee">The knee's axis when the foot rests.</param>
/// <param name="Ankle">The ankle's axis when the foot rests.</param>
/// <param name="Hip">The hip's axis; it does not move.</param>
/// <param name="PixelsPerMillimetre">Scale of the picture.</param>
/// <param name="Centre">The place in the middle of the picture.</param>
/// <param name="Flipped">The toes' side is the left of the picture.</param>
public sealed record Staging(
    Posture Posture, Place Knee, Place Ankle, Place Hip, double PixelsPerMillimetre, Place Centre, bool Flipped, int WidthPixels, int HeightPixels)
{
    private const double ShankMillimetres = 350;
    private const double ThighMillimetres = 400;

    /// <summary>The room that must be in the picture: from the knee's side of the thigh to the examiner's hand.</summary>
    private static readonly (double Width, double Height) LyingRoom = (640, 360);
    private static readonly (double Width, double Height) SittingRoom = (430, 720);

    /// <summary>How much more room the hip takes.</summary>
    private const double HipRoomMillimetres = 350;

    public static Staging Of(StretchSubject subject, StretchCamera camera)
    {
        var posture = subject.Posture ?? (camera.HeightPixels > camera.WidthPixels ? Posture.Sitting : Posture.Lying);
        var lying = posture == Posture.Lying;
        var ankle = new Place(0, 0);
        var knee = ankle - (new Place(1, 0).Turned(lying ? 4 : 84) * ShankMillimetres);
        var hip = knee - (new Place(1, 0).Turned(lying ? -14 : -4) * ThighMillimetres);
        var (width, height) = lying ? LyingRoom : SittingRoom;
        var centre = lying ? new Place(-120, -42) : new Place(75, -150);
        if (subject.Stickers.Any(s => s.Landmark == Landmark.Hip))
        {
            width += HipRoomMillimetres;
            centre += new Place(-HipRoomMillimetres / 2, 0);
        }

        var scale = Math.Min(camera.WidthPixels / width, camera.HeightPixels / height);
        var flipped = (subject.ToesPoint == BodySide.Left) != camera.Mirror;
        return new Staging(posture, knee, ankle, hip, scale, centre, flipped, camera.WidthPixels, camera.HeightPixels);
    }

    /// <summary>The pixel where a place is seen, in the upright picture.</summary>
    public ImagePoint ToPicture(Place place)
    {
        var x = ((WidthPixels - 1) / 2.0) + ((place.X - Centre.X) * PixelsPerMillimetre);
        var y = ((HeightPixels - 1) / 2.0) + ((place.Y - Centre.Y) * PixelsPerMillimetre);
        return new ImagePoint(Flipped ? WidthPixels - 1 - x : x, y);
    }
}
