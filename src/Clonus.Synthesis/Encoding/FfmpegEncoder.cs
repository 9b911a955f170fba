using System.Buffers.Binary;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Clonus.Motion;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Encoding;

/// <summary>
/// The ffmpeg program, fed with raw frames as an IVF stream: the plainest container that carries a time with each frame, so that the file
/// gets the very times of the script, even or not.
/// </summary>
internal sealed class FfmpegEncoder : IDisposable
{
    private const int HeaderBytes = 32;
    private const int FrameHeaderBytes = 12;

    private readonly Process _ffmpeg;
    private readonly Task<string> _complaints;
    private readonly byte[] _frameHeader = new byte[FrameHeaderBytes];

    /// <exception cref="InputException">ffmpeg is not installed.</exception>
    public FfmpegEncoder(string path, VideoFormat format, EncodingSettings settings, TimeBase timeBase, PixelPlanes planes)
    {
        var start = new ProcessStartInfo("ffmpeg") { RedirectStandardInput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in Arguments(path, format, settings, timeBase, planes.IsHighDefinition))
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            _ffmpeg = Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new InputException(InputFault.Settings, "the program ffmpeg is needed to write a video and is not installed: apt-get install ffmpeg", e);
        }

        _complaints = _ffmpeg.StandardError.ReadToEndAsync();
        Send(Header(timeBase, planes.Width, planes.Height));
    }

    /// <summary>One I420 frame and its time in ticks of the time base.</summary>
    public void Write(ReadOnlySpan<byte> frame, long ticks)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_frameHeader, frame.Length);
        BinaryPrimitives.WriteInt64LittleEndian(_frameHeader.AsSpan(4), ticks);
        Send(_frameHeader);
        Send(frame);
    }

    /// <summary>Ends the stream and waits until the file is whole.</summary>
    /// <exception cref="InvalidOperationException">ffmpeg failed; the message is its own.</exception>
    public void Finish()
    {
        _ffmpeg.StandardInput.Close();
        _ffmpeg.WaitForExit();
        if (_ffmpeg.ExitCode != 0)
        {
            throw Failure();
        }
    }

    public void Dispose()
    {
        if (!_ffmpeg.HasExited)
        {
            _ffmpeg.Kill();
            _ffmpeg.WaitForExit();
        }

        _ffmpeg.Dispose();
    }

    private static IEnumerable<string> Arguments(string path, VideoFormat format, EncodingSettings settings, TimeBase timeBase, bool highDefinition)
    {
        var colour = highDefinition ? "bt709" : "smpte170m";
        var text = new StringBuilder("-hide_banner -loglevel error -y -f ivf -i pipe:0 -fps_mode passthrough -enc_time_base -1")
            .Append(CultureInfo.InvariantCulture, $" -c:v {format.Encoder.Name} {format.QualityArguments(settings)} {format.Encoder.Arguments}")
            .Append(CultureInfo.InvariantCulture, $" -pix_fmt {(format.Encoder.Codec == "mjpeg" ? "yuvj420p" : "yuv420p")}")
            .Append(CultureInfo.InvariantCulture, $" -colorspace {colour} -color_primaries {colour} -color_trc {colour} -chroma_sample_location center")
            .Append(" -map_metadata -1 -fflags +bitexact -flags:v +bitexact");
        if (format.Container.CarriesRotation)
        {
            text.Append(CultureInfo.InvariantCulture, $" -video_track_timescale {timeBase.Denominator}");
        }

        // The path may hold spaces.
        return [.. text.ToString().Split(' '), "-f", format.Container.Muxer, path];
    }

    private static byte[] Header(TimeBase timeBase, int width, int height)
    {
        var header = new byte[HeaderBytes];
        "DKIF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(6), HeaderBytes);
        "I420"u8.CopyTo(header.AsSpan(8));
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(12), (short)width);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(14), (short)height);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(16), timeBase.Denominator);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(20), timeBase.Numerator);
        return header;
    }

    private void Send(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _ffmpeg.StandardInput.BaseStream.Write(bytes);
        }
        catch (IOException)
        {
            // ffmpeg closed the pipe: it knows why.
            _ffmpeg.WaitForExit();
            throw Failure();
        }
    }

    private InvalidOperationException Failure() =>
        new($"ffmpeg failed: {_complaints.GetAwaiter().GetResult().Trim().ReplaceLineEndings("; ")}");
}
