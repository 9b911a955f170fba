using System.Buffers.Binary;
using System.ComponentModel;
using System.Diagnostics;
using Clonus.Motion;

namespace Clonus.Media;

/// <summary>
/// The ffmpeg program, fed with raw frames as an IVF stream: the plainest container that carries a time with each frame, so that the file
/// gets the very times that are given, even or not.
/// </summary>
public sealed class FfmpegEncoder : IDisposable
{
    private const int HeaderBytes = 32;
    private const int FrameHeaderBytes = 12;

    private readonly Process _ffmpeg;
    private readonly Task<string> _complaints;
    private readonly byte[] _frameHeader = new byte[FrameHeaderBytes];

    /// <param name="path">The file to write; one that is there is overwritten.</param>
    /// <param name="width">Of each frame, even, pixels.</param>
    /// <param name="height">Of each frame, even, pixels.</param>
    /// <param name="timeBase">In which the frames' times are given.</param>
    /// <param name="outputArguments">What ffmpeg is to make of the frames: encoder, quality and muxer.</param>
    /// <exception cref="InputException">ffmpeg is not installed.</exception>
    public FfmpegEncoder(string path, int width, int height, TimeBase timeBase, params IEnumerable<string> outputArguments)
    {
        var start = new ProcessStartInfo(
            "ffmpeg",
            [
                "-hide_banner", "-loglevel", "error", "-y", "-f", "ivf", "-i", "pipe:0", "-fps_mode", "passthrough", "-enc_time_base", "-1",
                .. outputArguments,
                "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", path,
            ])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            _ffmpeg = Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new InputException(InputFault.Settings, "the program ffmpeg is needed to write a video and is not installed: apt-get install ffmpeg", e);
        }

        _complaints = _ffmpeg.StandardError.ReadToEndAsync();
        Send(Header(timeBase, width, height));
    }

    /// <summary>One I420 frame and its time in ticks of the time base.</summary>
    /// <exception cref="InvalidOperationException">ffmpeg failed; the message is its own.</exception>
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
