using System.Collections.Concurrent;
using Clonus.Motion.Tracks;
using OpenCvSharp;
using OpenCvSharp.Aruco;

namespace Clonus.Vision.Tracking;

/// <summary>A tag as OpenCV read it: corners to about a pixel, clockwise as it is printed from its upper left one.</summary>
internal readonly record struct SeenTag(int Id, PlanePose Pose);

/// <summary>Square tags by OpenCV's detector (Garrido-Jurado and others 2014). All that differs between versions of the binding is here.</summary>
internal sealed class TagDetector(TagDictionary dictionary, TagSettings settings)
{
    // The bits never change and are shared by all who read them.
    private static readonly ConcurrentDictionary<PredefinedDictionaryName, Dictionary> Loaded = [];

    private readonly Dictionary _bits = Loaded.GetOrAdd(dictionary.OpenCvName, CvAruco.GetPredefinedDictionary);

    /// <param name="box">Where in the picture; the corners that come back are those of the whole picture.</param>
    /// <param name="exact">Takes no tag with a wrong bit.</param>
    public List<SeenTag> Find(Mat picture, PixelBox box, bool exact)
    {
        var parameters = Parameters();
        parameters.MinMarkerPerimeterRate = 4 * settings.MinSidePixels / Math.Max(box.Width, box.Height);
        if (exact)
        {
            parameters.ErrorCorrectionRate = 0;
            parameters.MaxErroneousBitsInBorderRate = settings.ExactBorderErrorRate;
        }

        using var part = picture.SubMat(box.Y, box.Y + box.Height, box.X, box.X + box.Width);
        CvAruco.DetectMarkers(part, _bits, out var corners, out var ids, parameters, out _);
        var found = new List<SeenTag>();
        for (var i = 0; i < ids.Length; i++)
        {
            if (PlanePose.Of(Array.ConvertAll(corners[i], c => new ImagePoint(c.X + box.X, c.Y + box.Y))) is { } pose)
            {
                found.Add(new SeenTag(ids[i], pose));
            }
        }

        return found;
    }

    /// <summary>The tag as it is printed.</summary>
    public unsafe CellPattern Pattern(int id)
    {
        // The first of four turns lies first; the last byte of one holds what bits are left, at its lower end.
        using var rows = _bits.BytesList;
        var bytes = new ReadOnlySpan<byte>((void*)rows.Ptr(id, 0), ((dictionary.BitsAcross * dictionary.BitsAcross) + 7) / 8);
        var bits = new bool[dictionary.BitsAcross * dictionary.BitsAcross];
        for (var bit = 0; bit < bits.Length; bit++)
        {
            var inByte = Math.Min(8, bits.Length - (bit / 8 * 8));
            bits[bit] = ((bytes[bit / 8] >> (inByte - 1 - (bit % 8))) & 1) != 0;
        }

        return CellPattern.Tag(dictionary.BitsAcross, (column, row) => bits[(row * dictionary.BitsAcross) + column]);
    }

    private static DetectorParameters Parameters() =>
#if ARUCO_SINCE_4_7
        new();
#else
        DetectorParameters.Create();
#endif
}
