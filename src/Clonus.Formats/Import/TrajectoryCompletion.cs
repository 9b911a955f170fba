using System.Collections.Immutable;
using Clonus.Motion;

namespace Clonus.Formats.Import;

/// <summary>Gives a file what its format leaves out, and leaves all else as it is.</summary>
public static class TrajectoryCompletion
{
    /// <summary>The file with times, where some were given or it has some, and with pixels in place of shares of a picture.</summary>
    /// <param name="keepsUnsure">True where the next reader knows likelihoods; else positions that their tracker was not sure of are left out, as they would pass for seen.</param>
    /// <exception cref="InputException">What was given does not fit the file.</exception>
    public static (Trajectories Trajectories, ImmutableArray<QualityIssue> Issues) Complete(Trajectories file, ImportSettings settings, VideoClock? video, bool keepsUnsure)
    {
        var issues = new List<QualityIssue>(file.Issues);
        if (file.TimesSeconds is not null || settings.Fps is not null || video is not null)
        {
            var clock = ClipClock.Set(file, settings, new ImportRequest([], Motion.Tracks.BodySide.Unknown) { Video = video }, issues);
            file = file.TimesSeconds is not null && !(file.TimesAreInferred && (settings.Fps is not null || video is not null)) ? file : file with { TimesSeconds = clock.TimesSeconds, RateHz = settings.Fps };
        }

        if (!keepsUnsure)
            file = ClipPlaces.WithoutUnsure(file, settings.MinConfidence ?? ImportSettings.UsualMinConfidence(file.Format), issues);
        return (file.Unit == LengthUnit.PictureShare ? ClipPlaces.InPixels(file, settings.PictureSize ?? video?.PictureSize) : file, [.. issues]);
    }
}
