namespace Clonus.Formats;

/// <summary>One person through a recording: where he is among the people of each frame.</summary>
/// <param name="Id">The number that the files give him; negative where they give none.</param>
internal sealed record FollowedPerson(int Id)
{
    /// <summary>By frame, counted as the files are.</summary>
    public SortedDictionary<int, OpenPosePerson> Poses { get; } = [];

    public int LastFrame { get; set; }

    /// <summary>How far the mean of some points goes, from one end of its ways to the other.</summary>
    public double Way(IReadOnlyList<int> points)
    {
        var places = Poses.Values.Select(pose => points.Where(i => i < pose.Points && pose.IsSeen(i)).ToArray() is { Length: > 0 } seen
            ? (X: seen.Average(pose.X), Y: seen.Average(pose.Y)) : ((double X, double Y)?)null).OfType<(double X, double Y)>().ToArray();
        return places.Length == 0 ? 0 : double.Hypot(places.Max(p => p.X) - places.Min(p => p.X), places.Max(p => p.Y) - places.Min(p => p.Y));
    }
}

/// <summary>
/// Tells the people of a recording apart: by the number that the files give, where they give one, else by where each was before. Files list people in
/// any order, which changes from frame to frame.
/// </summary>
internal static class OpenPosePeople
{
    // Somebody moves from one frame to the next by less than half of his own size. After a second unseen, he may be anybody.
    private const double LargestStep = 0.5;
    private const int LongestUnseenFrames = 30;

    /// <param name="frames">People of each frame, of any number.</param>
    public static List<FollowedPerson> Follow(IReadOnlyList<IReadOnlyList<OpenPosePerson>> frames)
    {
        var people = new List<FollowedPerson>();
        var byId = new Dictionary<int, FollowedPerson>();
        var isAlone = frames.All(f => f.Count <= 1) && frames.All(f => f.All(p => p.Id < 0));
        var nearby = new List<FollowedPerson>();
        for (var frame = 0; frame < frames.Count; frame++)
        {
            foreach (var pose in frames[frame].Where(p => p.Id >= 0))
            {
                if (!byId.TryGetValue(pose.Id, out var person))
                {
                    person = new FollowedPerson(pose.Id);
                    byId.Add(pose.Id, person);
                    people.Add(person);
                }
                Add(person, frame, pose);
            }
            nearby.RemoveAll(p => !isAlone && frame - p.LastFrame > LongestUnseenFrames);
            var unnamed = frames[frame].Where(p => p.Id < 0).ToList();
            foreach (var (person, pose) in Pairs(nearby, unnamed, isAlone))
            {
                unnamed.Remove(pose);
                Add(person, frame, pose);
            }
            foreach (var pose in unnamed)
            {
                var person = new FollowedPerson(-1);
                Add(person, frame, pose);
                people.Add(person);
                nearby.Add(person);
            }
        }
        return people;
    }

    // The same number twice in one frame: the first one stays.
    private static void Add(FollowedPerson person, int frame, OpenPosePerson pose)
    {
        person.Poses.TryAdd(frame, pose);
        person.LastFrame = frame;
    }

    private static List<(FollowedPerson Person, OpenPosePerson Pose)> Pairs(List<FollowedPerson> people, List<OpenPosePerson> poses, bool isAlone)
    {
        if (isAlone)
            return people.Count > 0 && poses.Count > 0 ? [(people[0], poses[0])] : [];
        var distances =
            from person in people
            let last = person.Poses[person.LastFrame]
            let reach = LargestStep * Size(last)
            from pose in poses
            let distance = Distance(last, pose)
            where distance <= reach
            orderby distance
            select (person, pose);
        var pairs = new List<(FollowedPerson, OpenPosePerson)>();
        var taken = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var (person, pose) in distances)
        {
            if (taken.Contains(person) || taken.Contains(pose))
                continue;
            taken.Add(person);
            taken.Add(pose);
            pairs.Add((person, pose));
        }
        return pairs;
    }

    /// <summary>Mean distance of the points that both have; infinite where they have none in common.</summary>
    private static double Distance(OpenPosePerson a, OpenPosePerson b)
    {
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < Math.Min(a.Points, b.Points); i++)
        {
            if (!a.IsSeen(i) || !b.IsSeen(i))
                continue;
            sum += double.Hypot(a.X(i) - b.X(i), a.Y(i) - b.Y(i));
            count++;
        }
        return count > 0 ? sum / count : double.PositiveInfinity;
    }

    private static double Size(OpenPosePerson person)
    {
        var seen = Enumerable.Range(0, person.Points).Where(person.IsSeen).ToList();
        return seen.Count == 0 ? 0 : double.Hypot(seen.Max(person.X) - seen.Min(person.X), seen.Max(person.Y) - seen.Min(person.Y));
    }
}
