using OpenCvSharp;

namespace Clonus.Vision.Video;

/// <summary>One picture of a video, upright, BGR with 8 bits a channel.</summary>
/// <param name="Index">The video's number of this frame, from 0.</param>
/// <param name="TimeSeconds">Real time after the video's first frame.</param>
/// <param name="Image">Owned by the reader; valid until the next frame is asked for.</param>
public sealed record VideoFrame(int Index, double TimeSeconds, Mat Image);
