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
/// <param name="Knee">The knee's axis when the foot rests, on the couch.</param>
/// <param name="Ankle">The ankle's axis when the foot rests.</param>
/// <param name="Hip">The hip's axis on the couch; it does not move.</param>
/// <param name="Ball">Where a foot on the floor stands and turns, and hangs from a hip over it; null on the couch.</param>
/// <param name="PixelsPerMillimetre">Scale of the picture.</param>
/// <param name="Centre">The place in the middle of the picture.</param>
/// <param name="Flipped">The toes' side is the left of the picture.</param>
public sealed record Staging(
    Posture Posture, Place Knee, Place Ankle, Place Hip, Place? Ball, double PixelsPerMillimetre, Place Centre, bool Flipped, int WidthPixels, int HeightPixels)
{
    internal const double ShankMillimetres = 350;
    internal const double ThighMillimetres = 400;

    /// <summary>What must be in the picture: on the couch from the knee's side of the thigh to the examiner's hand, on the floor from the knee to the toes.</summary>
    private static readonly (double Width, double Height, Place Centre) LyingRoom = (640, 360, new(-120, -42));
    private static readonly (double Width, double Height, Place Centre) SittingRoom = (430, 720, new(75, -150));
    private static readonly (double Width, double Height, Place Centre) ChairRoom = (640, 640, new(-30, -165));
    private static readonly (double Width, double Height, Place Centre) StandingRoom = (440, 660, new(60, -180));

    /// <summary>How much more room the hip takes.</summary>
    private const double HipRoomMillimetres = 350;

    // On the floor the ball of the foot lies under the flat foot's ankle at the origin.
    private static readonly Place BallOnFloor = new(130, 78);

    public static Staging Of(StretchSubject subject, StretchCamera camera)
    {
        var posture = subject.Posture ?? (camera.HeightPixels > camera.WidthPixels ? Posture.Sitting : Posture.Lying);
        var (width, height, centre) = posture switch
        {
            Posture.Lying => LyingRoom,
            Posture.Sitting => SittingRoom,
            Posture.FootOnFloor => ChairRoom,
            _ => StandingRoom,
        };
        if (subject.Stickers.Any(s => s.Landmark == Landmark.Hip))
        {
            (width, height, centre) = posture == Posture.Standing
                ? (width, height + HipRoomMillimetres, centre + new Place(0, -HipRoomMillimetres / 2))
                : (width + HipRoomMillimetres, height, centre + new Place(-HipRoomMillimetres / 2, 0));
        }

        var (hip, knee) = posture switch
        {
            Posture.Lying => OnCouch(4, 2),
            Posture.Sitting => OnCouch(84, -4),
            _ => default,
        };
        var scale = Math.Min(camera.WidthPixels / width, camera.HeightPixels / height);
        var flipped = (subject.ToesPoint == BodySide.Left) != camera.Mirror;
        Place? ball = posture is Posture.FootOnFloor or Posture.Standing ? BallOnFloor : null;
        return new Staging(posture, knee, new Place(0, 0), hip, ball, scale, centre, flipped, camera.WidthPixels, camera.HeightPixels);
    }

    // The ankle lies at the origin.
    private static (Place Hip, Place Knee) OnCouch(double shankDegrees, double thighDegrees)
    {
        var knee = new Place(1, 0).Turned(shankDegrees) * -ShankMillimetres;
        return (knee - (new Place(1, 0).Turned(thighDegrees) * ThighMillimetres), knee);
    }

    /// <summary>The pixel where a place is seen, in the upright picture.</summary>
    public ImagePoint ToPicture(Place place)
    {
        var x = ((WidthPixels - 1) / 2.0) + ((place.X - Centre.X) * PixelsPerMillimetre);
        var y = ((HeightPixels - 1) / 2.0) + ((place.Y - Centre.Y) * PixelsPerMillimetre);
        return new ImagePoint(Flipped ? WidthPixels - 1 - x : x, y);
    }
}
