using System.Text;
using Clonus.Motion;

namespace Clonus.Formats;

/// <summary>A file of trajectories, or a folder of them, whose format is known by what it holds and never by its name.</summary>
public sealed class TrajectoryFile
{
    private const int HeadBytes = 16_384;

    /// <summary>The formats that are read, in words.</summary>
    public const string Formats = "C3D, TRC, our tracks.csv, DeepLabCut, SLEAP, DLTdv and MediaPipe CSV, Kinovea CSV and TXT, OSP Tracker text, and folders of OpenPose JSON";

    // What is told by one word comes before what is told by the form of a whole row.
    private static readonly (Func<string, bool> Recognises, Func<Stream, string, Trajectories> Read)[] Texts =
    [
        (TracksCsvReader.Recognises, TracksCsvReader.Read),
        (DeepLabCutReader.Recognises, DeepLabCutReader.Read),
        (SleapReader.Recognises, SleapReader.Read),
        (DltDvReader.Recognises, DltDvReader.Read),
        (KinoveaTextReader.Recognises, KinoveaTextReader.Read),
        (KinoveaCsvReader.Recognises, KinoveaCsvReader.Read),
        (MediaPipeReader.Recognises, MediaPipeReader.Read),
        (TrackerReader.Recognises, TrackerReader.Read),
    ];

    private static readonly QualityIssue OpenEnd = new(
        "last_line_open", IssueSeverity.Info, "The file does not end with a line break: if it was cut off, its last row may be wrong.");

    private readonly string _path;
    private readonly bool _isText;
    private readonly Func<Stream, string, Trajectories>? _read;

    private TrajectoryFile(string path, Func<Stream, string, Trajectories>? read)
    {
        _path = path;
        _read = read;
        _isText = read is not null && read != C3dReader.Read;
    }

    /// <summary>Null where it is none that is known, or cannot be opened: what it is then, others may say.</summary>
    public static TrajectoryFile? Recognise(string path)
    {
        try
        {
            if (Directory.Exists(path))
                return OpenPoseReader.RecognisesFolder(path) ? new TrajectoryFile(path, null) : null;
            if (!File.Exists(path) || (File.GetAttributes(path) & (FileAttributes.Device | FileAttributes.Directory)) != 0 || new FileInfo(path).Length == 0)
                return null;

            using var stream = File.OpenRead(path);
            return stream.CanSeek && ReaderOf(stream) is { } read ? new TrajectoryFile(path, read) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <exception cref="InputException">It is damaged or cannot be read; the message names the byte or line.</exception>
    public Trajectories Read()
    {
        try
        {
            if (_read is null)
                return OpenPoseReader.Read(_path);
            using var stream = File.OpenRead(_path);
            // TRC is read as bytes, and knows Latin letters by itself.
            using var text = _isText && _read != TrcReader.Read ? TextBytes.Readable(stream) : null;
            var read = _read(text ?? stream, Path.GetFileName(_path));
            return _isText && TextBytes.EndsOpen(stream) ? read with { Issues = read.Issues.Add(OpenEnd) } : read;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(InputFault.Unreadable, $"cannot read {_path}: {e.Message.Split('\n')[0].TrimEnd('.', '\r')}", e);
        }
    }

    private static Func<Stream, string, Trajectories>? ReaderOf(Stream stream)
    {
        var head = new byte[HeadBytes];
        var bytes = head.AsSpan(0, stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false));
        if (C3dReader.Recognises(bytes))
            return C3dReader.Read;
        if (TrcReader.Recognises(bytes))
            return TrcReader.Read;

        using var text = new StreamReader(new MemoryStream(head, 0, bytes.Length), Encoding.UTF8);
        var start = text.ReadToEnd();
        return Array.Find(Texts, t => t.Recognises(start)).Read;
    }
}
