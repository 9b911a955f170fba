namespace Clonus.Motion.Beats;

/// <summary>Clinical scales that grade clonus by how long it lasts. They are reported beside the count and never derived from it.</summary>
public static class DurationScales
{
    /// <summary>SCATS clonus: 1 below 3 s, 2 from 3 to 10 s, 3 above (Benz 2005; exactly 10 s is 2). Null when the end was not seen and the top was not reached.</summary>
    public static int? Scats(double durationSeconds, bool cut, ClonusPolicy policy) =>
        durationSeconds > policy.ScatsLongSeconds ? 3
        : cut ? null
        : durationSeconds < policy.ScatsShortSeconds ? 1
        : 2;

    /// <summary>Tardieu Y for clonus under held pressure: 3 fades within 10 s, 4 lasts longer. Null when the end was not seen before 10 s.</summary>
    public static int? Tardieu(double durationSeconds, bool cut, ClonusPolicy policy) =>
        durationSeconds > policy.ScatsLongSeconds ? 4 : cut ? null : 3;
}
