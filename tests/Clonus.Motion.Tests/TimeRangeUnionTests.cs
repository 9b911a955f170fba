namespace Clonus.Motion.Tests;

/// <summary>Ranges that overlap are one; ranges that only touch, and ranges apart, stay two.</summary>
public class TimeRangeUnionTests
{
    [Fact]
    public void Overlapping_ranges_become_one_and_others_stay_by_time()
    {
        TimeRange[] ranges = [new(3, 4), new(0, 1), new(0.5, 2), new(0.6, 0.7), new(4, 5)];

        Assert.Equal([new TimeRange(0, 2), new TimeRange(3, 4), new TimeRange(4, 5)], TimeRange.Union(ranges));
        Assert.Empty(TimeRange.Union([]));
    }
}
