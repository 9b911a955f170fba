using System.Globalization;
using Clonus.Cli.Reports;

namespace Clonus.Cli.Scoring;

/// <summary>What a reader of a score should know of the clips that it leaves out, and of annotations that look wrong.</summary>
internal static class ScoreNotes
{
    public static void Write(AnnotatedClips clips, ScoreDocument score, Screen screen)
    {
        foreach (var missing in clips.Annotated.Where(a => a.Status == ComparisonStatus.WithoutResult))
            screen.Fail(new Motion.InputException(Motion.InputFault.Unreadable, $"{missing.Annotation.Place}: there is no result of {missing.Annotation.File} ({ContractNames.Word(missing.Side)})"));
        foreach (var unseen in clips.Annotated.Where(a => a.Status == ComparisonStatus.NotAssessed))
            screen.Note($"{unseen.Id} ({ContractNames.Word(unseen.Side)}) could not be assessed and is left out: that is no count of zero");
        foreach (var late in clips.Annotated.Where(a => a.BeatsBehindEnd > 0))
            screen.Note(string.Create(CultureInfo.InvariantCulture, $"{late.Annotation.Place}: {late.BeatsBehindEnd} beats lie behind the end of {late.Id} ({CsvTable.Number(late.ClipSeconds)} s): times are seconds from the clip's first frame"));
        if (score.WithoutAnnotation.Length > 0)
            screen.Note($"without an annotation, and not counted: {string.Join(", ", score.WithoutAnnotation.Select(c => c.Id).Distinct())}");
        if (score.Rules.Length > 1)
            screen.Note($"the results call clonus sustained by different rules ({string.Join(", ", score.Rules)}): their agreement mixes them");
    }
}
