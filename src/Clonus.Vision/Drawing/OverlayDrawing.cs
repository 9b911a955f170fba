using System.Collections.Immutable;
using System.Globalization;
using Clonus.Motion.Clips;
using Clonus.Motion.Tracks;
using OpenCvSharp;

namespace Clonus.Vision.Drawing;

/// <summary>One annotated picture after another, in the order of the frames.</summary>
internal sealed class OverlayDrawing : IDisposable
{
    private static readonly Scalar Ground = Scalar.FromRgb(24, 26, 30);
    private static readonly Scalar Text = Scalar.FromRgb(235, 235, 235);
    private static readonly Scalar Lost = Scalar.FromRgb(255, 90, 80);

    private readonly TrackSet _tracks;
    private readonly OverlayMarkers _markers;
    private readonly ImmutableArray<OverlayCurve> _curves;
    private readonly ImmutableArray<Rect?> _boxes;
    private readonly OutsideBlur? _blur;
    private readonly Lettering _letters;
    private readonly Mat _canvas;
    private readonly Mat _planes = new();

    public OverlayDrawing(TrackSet tracks, Size video, ClipFindings? findings, OverlaySettings settings)
    {
        var sides = findings?.Sides ?? [];
        _tracks = tracks;
        Layout = OverlayLayout.Of(video, sides.Length, settings);
        _letters = new Lettering(Layout.Line);
        _markers = new OverlayMarkers(tracks, Layout, settings);
        _curves = [.. sides.Select((side, i) => new OverlayCurve(side, [.. findings?.Gait?.Events.Where(e => e.Side == side.Side) ?? []], Layout.Curve(i), _letters, tracks.FrameTimesSeconds[0], tracks.FrameTimesSeconds[^1], settings))];
        _boxes = settings.BlurOutside ? LimbBoxes.Of(tracks, video, settings) : [];
        _blur = settings.BlurOutside ? new OutsideBlur(settings) : null;
        _canvas = new Mat(Layout.Canvas.Height, Layout.Canvas.Width, MatType.CV_8UC3, Ground);
    }

    public OverlayLayout Layout { get; }

    /// <param name="image">The frame's upright picture; it is only read.</param>
    /// <returns>The canvas as I420, valid until the next call.</returns>
    public unsafe ReadOnlySpan<byte> Draw(Mat image, int frame)
    {
        using (var picture = _canvas.SubMat(Layout.Picture))
        {
            Cv2.Resize(image, picture, new Size(Layout.Picture.Width, Layout.Picture.Height), interpolation: Layout.Scale < 1 ? InterpolationFlags.Area : InterpolationFlags.Linear);
            _blur?.Apply(picture, _boxes[frame] is { } box ? Layout.OnCanvas(box) : null);
            _markers.Draw(picture, frame);
        }

        DrawStatus(frame);
        foreach (var curve in _curves)
        {
            curve.Draw(_canvas, _tracks.FrameTimesSeconds[frame]);
        }

        Cv2.CvtColor(_canvas, _planes, ColorConversionCodes.BGR2YUV_I420);
        return new ReadOnlySpan<byte>((void*)_planes.Data, _planes.Rows * _planes.Cols);
    }

    public void Dispose()
    {
        _blur?.Dispose();
        _canvas.Dispose();
        _planes.Dispose();
    }

    private void DrawStatus(int frame)
    {
        var place = Layout.Status;
        Cv2.Rectangle(_canvas, place, Ground, -1);
        var left = Layout.Line / 3;
        var time = string.Create(CultureInfo.InvariantCulture, $"{_tracks.FrameTimesSeconds[frame]:0.000} s   frame {_tracks.FirstFrameIndex + frame}");
        _letters.Draw(_canvas, time, left, place.Y + 2, Text);
        var lost = string.Join(", ", _markers.LostIn(frame));
        if (_tracks.Markers.IsEmpty)
        {
            _letters.Draw(_canvas, "no markers found", left, place.Y + Layout.Line, Lost);
        }
        else if (lost.Length > 0)
        {
            _letters.Draw(_canvas, "lost: " + lost, left, place.Y + Layout.Line, Lost);
        }
    }
}
