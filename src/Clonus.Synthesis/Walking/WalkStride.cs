using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Clonus.Motion.Tracks;

namespace Clonus.Synthesis.Walking;

/// <summary>Which part of a foot touches the floor first.</summary>
public enum FirstTouch
{
    Heel,
    Toe,
}

/// <summary>One plantarflexion of clonus.</summary>
/// <param name="TimeSeconds">The instant of peak plantarflexion, against how the ankle would turn without it.</param>
/// <param name="AmplitudeDegrees">Of the ankle at that instant, against the same.</param>
/// <param name="InSwing">While the foot is free, and not while it stands.</param>
public sealed record WalkBeat(double TimeSeconds, double AmplitudeDegrees, bool InSwing);

/// <summary>What is true of one stride, from a foot's contact to its next one.</summary>
/// <param name="SoleDegrees">The sole against the floor at contact, positive with the toes up.</param>
/// <param name="StepMillimetres">From the other foot to this one at the end of the stride, along the way; negative where it is put down behind.</param>
/// <param name="OtherStepMillimetres">From this foot's heel to the other one's at the other's contact.</param>
/// <param name="WidthMillimetres">Between the tracks of the ankles at the end of the stride, negative where the feet cross.</param>
/// <param name="OutwardMillimetres">How much further this foot is out from the body's midline than the other, at the end of the stride.</param>
/// <param name="OtherStanceSeconds">Of the other foot's next stance.</param>
/// <param name="StraightestKneeDegrees">The least flexion in stance that lasts 50 ms, negative beyond straight.</param>
/// <param name="StraightAfterSeconds">When the knee comes to it, after contact.</param>
/// <param name="SwingKneeDegrees">The greatest flexion in swing.</param>
/// <param name="SwingAnkleDegrees">In the middle of swing, positive in dorsiflexion.</param>
/// <param name="ClearanceMillimetres">Least height of the ball around the middle of swing, 40 to 80 % of it.</param>
/// <param name="CircumductionMillimetres">The ankle's greatest way out of the line from where it stood to where it lands.</param>
/// <param name="CircumductionShare">Of the swing, where that is.</param>
/// <param name="PelvisUpDegrees">The greatest in swing, positive with this side up.</param>
/// <param name="LeanBackDegrees">The trunk behind the vertical, mean over stance.</param>
/// <param name="OtherHeelMillimetres">How high the other foot's heel is over the floor in the middle of this one's swing.</param>
public sealed record WalkStride(
    BodySide Side, double ContactSeconds, double FootOffSeconds, double NextContactSeconds, FirstTouch First, double SoleDegrees,
    double StepMillimetres, double OtherStepMillimetres, double WidthMillimetres, double OutwardMillimetres, double OtherStanceSeconds,
    double StraightestKneeDegrees, double StraightAfterSeconds, double SwingKneeDegrees, double SwingAnkleDegrees, double ClearanceMillimetres,
    double CircumductionMillimetres, double CircumductionShare, double PelvisUpDegrees, double LeanBackDegrees, double OtherHeelMillimetres,
    ImmutableArray<WalkBeat> Beats)
{
    [JsonIgnore]
    public double StanceSeconds => FootOffSeconds - ContactSeconds;

    /// <summary>As it stands in a file.</summary>
    internal WalkStride Rounded(Func<double, double> number, Func<double, double> time) => this with
    {
        ContactSeconds = time(ContactSeconds), FootOffSeconds = time(FootOffSeconds), NextContactSeconds = time(NextContactSeconds), SoleDegrees = number(SoleDegrees),
        StepMillimetres = number(StepMillimetres), OtherStepMillimetres = number(OtherStepMillimetres), WidthMillimetres = number(WidthMillimetres),
        OutwardMillimetres = number(OutwardMillimetres), OtherStanceSeconds = time(OtherStanceSeconds), StraightestKneeDegrees = number(StraightestKneeDegrees),
        StraightAfterSeconds = number(StraightAfterSeconds), SwingKneeDegrees = number(SwingKneeDegrees), SwingAnkleDegrees = number(SwingAnkleDegrees),
        ClearanceMillimetres = number(ClearanceMillimetres), CircumductionMillimetres = number(CircumductionMillimetres), CircumductionShare = number(CircumductionShare),
        PelvisUpDegrees = number(PelvisUpDegrees), LeanBackDegrees = number(LeanBackDegrees), OtherHeelMillimetres = number(OtherHeelMillimetres),
        Beats = [.. Beats.Select(beat => beat with { TimeSeconds = time(beat.TimeSeconds), AmplitudeDegrees = number(beat.AmplitudeDegrees) })],
    };

    /// <summary>The deepest beat of stance or of swing, 0 without any.</summary>
    internal double ClonusDegrees(bool inSwing) => Beats.Where(beat => beat.InSwing == inSwing).Select(beat => beat.AmplitudeDegrees).DefaultIfEmpty(0).Max();
}
