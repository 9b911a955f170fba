using System.Collections.Immutable;
using System.Globalization;
using Clonus.Motion;

namespace Clonus.Formats;

/// <summary>
/// A folder of OpenPose's JSON files, one a frame, as other programs write them too. One person is read. Pixels or shares of the picture, y down, no
/// times; the frame's number is that of the file's name.
/// </summary>
public static class OpenPoseReader
{
    private static readonly string[] Sides = ["L", "R"];

    // Somebody who is seen nearly as long as the one who is seen longest is the patient if he goes less than half as far.
    private const double AlikeShare = 0.7;
    private const double StaysShare = 0.5;

    private const int MostPeople = 64;

    // Points at the border may lie a little outside of the picture.
    private const double Border = 0.05;

    /// <exception cref="InputException">The folder holds no or several recordings, or one of its files cannot be read.</exception>
    public static Trajectories Read(string folder)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        var recording = Recording(folder, name);
        var frames = new List<IReadOnlyList<OpenPosePerson>>();
        var numbers = new List<int>();
        foreach (var (number, path) in recording.Files)
        {
            var people = OpenPoseFrame.Read(path) ?? throw FormatError.Of(Path.GetFileName(path), "has no list 'people'");
            if (people.Count > MostPeople)
                throw FormatError.Of(Path.GetFileName(path), string.Create(CultureInfo.InvariantCulture, $"has {people.Count} people; at most {MostPeople} can be told apart"));
            if (numbers.Count > 0 && number == numbers[^1])
                throw FormatError.Of(Path.GetFileName(path), string.Create(CultureInfo.InvariantCulture, $"frame {number} has a file already"));
            frames.Add(people);
            numbers.Add(number);
        }
        return Of(name, [.. numbers], frames);
    }

    internal static bool RecognisesFolder(string folder)
    {
        try
        {
            return Directory.Exists(folder) && OpenPoseFolder.In(folder).Any(IsOpenPose);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static OpenPoseFolder Recording(string folder, string name)
    {
        try
        {
            return OpenPoseFolder.In(folder).Where(IsOpenPose).Take(2).ToList() switch
            {
                [var one] => one,
                [] => throw FormatError.Of(name, "holds no JSON files with people and a number in their names"),
                _ => throw FormatError.Of(name, "holds the files of several recordings; give each a folder of its own"),
            };
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw FormatError.Of(name, "cannot be read as a folder");
        }
    }

    // A file that is cut shall be an error of its recording, not a reason to overlook it.
    private static bool IsOpenPose(OpenPoseFolder files) => files.Files.Take(3).Any(file =>
    {
        try
        {
            return OpenPoseFrame.Read(file.Path) is not null;
        }
        catch (InputException)
        {
            return false;
        }
    });

    private static Trajectories Of(string name, ImmutableArray<int> numbers, List<IReadOnlyList<OpenPosePerson>> frames)
    {
        var sizes = frames.SelectMany(f => f).Select(p => p.Points).Distinct().ToList();
        if (sizes.Count == 0)
            throw FormatError.Of(name, "shows nobody in any frame");
        if (sizes.Count > 1)
            throw FormatError.Of(name, string.Create(CultureInfo.InvariantCulture, $"people have {sizes[0]} points in one frame and {sizes[1]} in another"));
        var names = OpenPoseKeypoints.Names(3 * sizes[0])!;
        var people = OpenPosePeople.Follow(frames);
        var taken = Patient(people, names);
        var scale = ScaleOf(frames);
        return new Trajectories(TrajectoryFormat.OpenPose, numbers, null, [.. names.Select((label, i) => Point(label, i, taken, frames.Count, scale))])
        {
            Unit = scale == Scale.Pixels ? LengthUnit.Pixel : LengthUnit.PictureShare,
            Issues = people.Count > 1 ? [Several(people.Count, taken, numbers)] : [],
        };
    }

    // A patient's one leg is seen as long as a passer-by's two, and it stays where it is.
    private static FollowedPerson Patient(List<FollowedPerson> people, string[] names)
    {
        var legs = Sides.Select(side => Enumerable.Range(0, names.Length).Where(i => OpenPoseKeypoints.IsOfLeg(names[i]) && names[i].StartsWith(side, StringComparison.Ordinal)).ToArray()).ToArray();
        double Seen(FollowedPerson person) => legs.Max(leg => person.Poses.Values.Sum(pose => leg.Sum(i => Math.Min(pose.Confidence(i), 1))));
        double Way(FollowedPerson person) => person.Way([.. legs.SelectMany(leg => leg)]);
        var longest = people.MaxBy(Seen)!;
        return people.Where(p => Seen(p) >= AlikeShare * Seen(longest) && Way(p) < StaysShare * Way(longest)).MinBy(Way) ?? longest;
    }

    private static PointTrack Point(string label, int point, FollowedPerson person, int frames, Scale scale)
    {
        var track = new GrowingPoint(label, isSpatial: false, hasConfidence: true);
        for (var frame = 0; frame < frames; frame++)
        {
            if (person.Poses.TryGetValue(frame, out var pose))
                track.Add(Scaled(pose.X(point), scale), Scaled(pose.Y(point), scale), confidence: pose.Confidence(point));
            else
                track.AddMissing();
        }
        return track.ToTrack();
    }

    private static QualityIssue Several(int count, FollowedPerson taken, ImmutableArray<int> numbers)
    {
        var (first, pose) = taken.Poses.First();
        var seen = Enumerable.Range(0, pose.Points).Where(pose.IsSeen).ToList();
        var where = taken.Id >= 0 ? string.Create(CultureInfo.InvariantCulture, $"number {taken.Id}")
            : seen.Count == 0 ? string.Create(CultureInfo.InvariantCulture, $"first seen in frame {numbers[first]}")
            : string.Create(CultureInfo.InvariantCulture, $"at {seen.Average(pose.X):0.##}, {seen.Average(pose.Y):0.##} in frame {numbers[first]}");
        return new QualityIssue("several_people", IssueSeverity.Warning, string.Create(
            CultureInfo.InvariantCulture, $"Several people are in the recording, followed in {count} pieces: the one whose legs are seen best was read, {where}, seen in {taken.Poses.Count} of {numbers.Length} frames."));
    }

    private static Scale ScaleOf(List<IReadOnlyList<OpenPosePerson>> frames)
    {
        var (smallest, largest) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var person in frames.SelectMany(f => f))
        {
            for (var i = 0; i < person.Points; i++)
            {
                if (!person.IsSeen(i))
                    continue;
                smallest = Math.Min(smallest, Math.Min(person.X(i), person.Y(i)));
                largest = Math.Max(largest, Math.Max(person.X(i), person.Y(i)));
            }
        }
        return largest > 1 + Border || smallest < -1 - Border || largest < smallest ? Scale.Pixels : smallest < -Border ? Scale.AroundCentre : Scale.Share;
    }

    private static double Scaled(double value, Scale scale) => scale == Scale.AroundCentre ? (value + 1) / 2 : value;

    private enum Scale
    {
        Pixels,
        Share,
        AroundCentre,
    }
}
