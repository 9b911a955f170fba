using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Walking;

namespace Clonus.Synthesis.Scripts;

/// <summary>The protocol of a rendered clip, which analyze, track and detect understand: clonus.protocol/1.</summary>
internal static class ProtocolFile
{
    public static string Write(ClipTruth truth) =>
        Write($"side: {truth.Side.ToString().ToLowerInvariant()}\n", truth.Settings.Camera, truth.Markers);

    /// <summary>A walker from the side is filmed from the side that he turns to the camera; from front and back it is both.</summary>
    public static string Write(WalkTruth truth)
    {
        var subject = truth.Settings.Subject;
        var view = subject.View == WalkView.Side
            ? string.Create(CultureInfo.InvariantCulture, $"side: {subject.WalksTo.ToString().ToLowerInvariant()}\nview: sagittal\n")
            : "view: frontal\n";
        return Write(view, truth.Settings.Camera, truth.Markers);
    }

    private static string Write(string view, StretchCamera camera, ImmutableArray<MarkerTruth> markers)
    {
        var text = new StringBuilder("schema: clonus.protocol/1\nsite: ankle\n").Append(view);
        if (camera.Mirror)
        {
            text.Append("mirror: true\n");
        }

        if (!markers.IsEmpty)
        {
            text.Append("markers:\n");
        }

        foreach (var marker in markers)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {marker.Name}: {marker.Colour}\n");
        }

        return text.ToString();
    }
}
