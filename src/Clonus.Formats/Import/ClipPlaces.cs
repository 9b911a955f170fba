using System.Collections.Immutable;
using System.Globalization;
using Clonus.Motion;
using Clonus.Motion.Tracks;

namespace Clonus.Formats.Import;

/// <summary>From a file's own axes and unit to a picture's pixels, y down, or a room's millimetres.</summary>
internal sealed record ClipPlaces(Trajectories File, double MinConfidence, Func<SpacePoint, SpacePoint> Map)
{
    // Pixels are counted between the picture's edges, positions from the first pixel's centre.
    private const double HalfPixel = 0.5;

    /// <exception cref="InputException">Positions are shares of a picture whose size is not known.</exception>
    public static ClipPlaces Set(Trajectories file, ImportSettings settings, PictureSize? picture, List<QualityIssue> issues)
    {
        if (file.Unit == LengthUnit.Unknown)
        {
            issues.Add(new QualityIssue(
                "unit_unknown", IssueSeverity.Info,
                $"The file does not say in what its positions are measured: they are taken as {(file.IsSpatial ? "millimetres" : "pixels")}. Angles do not depend on it, lengths do."));
        }

        return new ClipPlaces(file, settings.MinConfidence ?? ImportSettings.UsualMinConfidence(file.Format), MapOf(file, picture));
    }

    /// <summary>True where positions come out as millimetres: of a room, and of a plane whose lengths a 2-D tracker was told.</summary>
    public bool IsSpatial => File.IsSpatial || UnitText.Millimetres(File.Unit) is not null;

    /// <summary>One sample a frame; null where the point was not seen, or where its tracker was not sure enough.</summary>
    public ImmutableArray<MarkerSample?> Samples(PointTrack point, int start, int length) =>
        [.. Enumerable.Range(start, length).Select(frame => IsSurelySeen(point, frame) ? new MarkerSample(Map(point.At(frame)!.Value), point.Confidence?[frame] ?? 1) : (MarkerSample?)null)];

    /// <summary>How much was left out for want of confidence; null where nothing was.</summary>
    public QualityIssue? LeftOut(ImmutableArray<PointTrack> points, IEnumerable<int> used, int start, int length)
    {
        var seen = used.SelectMany(p => Enumerable.Range(start, length).Where(frame => IsSeen(points[p], frame)).Select(frame => IsUnsure(points[p], frame))).ToArray();
        var unsure = seen.Count(u => u);
        return unsure == 0 ? null : new QualityIssue(
            "low_confidence_left_out", IssueSeverity.Info,
            string.Create(CultureInfo.InvariantCulture, $"{100.0 * unsure / seen.Length:0.#} % of the positions have a confidence below {MinConfidence:0.##} and count as not seen; --min-confidence sets the limit."));
    }

    public bool IsSurelySeen(PointTrack point, int frame) => IsSeen(point, frame) && !IsUnsure(point, frame);

    // Nothing is ever seen at the very origin of a room: programs leave it there that do not mark what they lost.
    private bool IsSeen(PointTrack point, int frame) => point.At(frame) is { } place && !(File.IsSpatial && place == default);

    private bool IsUnsure(PointTrack point, int frame) => point.Confidence is { } confidence && !(confidence[frame] >= MinConfidence);

    /// <summary>The file without the positions of which its tracker was less sure; says how many there were.</summary>
    public static Trajectories WithoutUnsure(Trajectories file, double minConfidence, List<QualityIssue> issues)
    {
        var places = new ClipPlaces(file, minConfidence, place => place);
        if (places.LeftOut(file.Points, Enumerable.Range(0, file.Points.Length), 0, file.FrameCount) is not { } unsure)
            return file;

        issues.Add(unsure);
        return file with { Points = [.. file.Points.Select(point => point.Confidence is null ? point : point with { X = Surely(point, point.X), Y = Surely(point, point.Y) })] };

        Series Surely(PointTrack point, Series values) => Series.Of([.. Enumerable.Range(0, file.FrameCount).Select(frame => places.IsUnsure(point, frame) ? double.NaN : values[frame])]);
    }

    /// <exception cref="InputException">The picture's size is not known.</exception>
    public static Trajectories InPixels(Trajectories shares, PictureSize? picture)
    {
        var map = MapOf(shares, picture);
        return shares with
        {
            Unit = LengthUnit.Pixel,
            Points = [.. shares.Points.Select(point => point with
            {
                X = point.X.Select(x => map(new SpacePoint(x, 0, 0)).X),
                Y = point.Y.Select(y => map(new SpacePoint(0, y, 0)).Y),
            })],
        };
    }

    private static Func<SpacePoint, SpacePoint> MapOf(Trajectories file, PictureSize? picture)
    {
        if (file.IsSpatial)
            return UnitText.Millimetres(file.Unit) is { } scale and not 1 ? place => place * scale : place => place;
        if (UnitText.Millimetres(file.Unit) is { } millimetres)
            return place => new SpacePoint(place.X * millimetres, (file.YPointsUp ? place.Y : -place.Y) * millimetres, 0);
        if (file.Unit == LengthUnit.PictureShare)
        {
            return picture is { } size
                ? place => new SpacePoint((place.X * size.Width) - HalfPixel, (place.Y * size.Height) - HalfPixel, 0)
                : throw new InputException(InputFault.Settings, "the positions are shares of the picture's width and height: give --picture-size WIDTHxHEIGHT, or the video with --times-from VIDEO");
        }

        return file.YPointsUp ? place => new SpacePoint(place.X, -place.Y, 0) : place => place with { Z = 0 };
    }
}
