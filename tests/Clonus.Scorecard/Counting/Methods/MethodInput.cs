using System.Collections.Immutable;
using Clonus.Motion.Beats;
using Clonus.Motion.Signals;

namespace Clonus.Scorecard.Counting.Methods;

/// <summary>One part of an angle signal without a hole, as every method that is compared gets it.</summary>
/// <param name="Part">On its even grid, before any filter.</param>
/// <param name="Smooth">As the detector smooths it before it looks for turns.</param>
/// <param name="Spans">From each stretch's start to the next or to the part's end: a reflex may answer before the ramp is done.</param>
internal sealed record MethodInput(
    UniformSignal Part, UniformSignal Smooth, AmplitudeGate Gate, ImmutableArray<(double From, double To)> Spans, SignalSettings Settings);

/// <summary>A way to find beats: the times at which there may be a trough, in any order. What counts of them is judged alike for all.</summary>
internal delegate IEnumerable<double> TroughFinder(MethodInput input);
