namespace Clonus.Formats.Tests.Import;

/// <summary>Who was recorded is nobody's business but the laboratory's.</summary>
public sealed class SubjectNamesTests
{
    [Fact]
    public void A_subject_that_the_file_states_is_taken_off_its_labels()
    {
        Assert.Equal(["LKNE", "*12"], SubjectNames.Remove(["Doe_Jane:LKNE", "*12"], ["doe_jane", ""]));
        Assert.Equal(["LKNE", "LANK"], SubjectNames.Remove(["Doe_LKNE", "LANK"], ["Doe"]));
    }

    [Fact]
    public void What_stands_before_all_labels_is_a_subject_too()
    {
        Assert.Equal(["LKNE", "LANK"], SubjectNames.Remove(["4711:LKNE", "4711:LANK"], []));
    }

    [Fact]
    public void Several_subjects_are_numbered()
    {
        Assert.Equal(["subject1:LKNE", "subject2:LKNE"], SubjectNames.Remove(["Doe:LKNE", "Roe:LKNE"], ["Doe", "Roe"]));
    }

    [Fact]
    public void Where_one_is_a_subject_so_are_the_others_before_a_colon()
    {
        Assert.Equal(["subject1:LKNE", "subject2:LKNE", "*12"], SubjectNames.Remove(["Doe:LKNE", "Roe:LKNE", "*12"], ["Doe"]));
    }

    [Fact]
    public void A_text_with_a_subjects_name_is_not_kept()
    {
        Assert.Equal("Event", SubjectNames.Without("Doe falls", ["Doe:", ""], "Event"));
        Assert.Equal("Foot Strike", SubjectNames.Without("Foot Strike", ["Doe", ""], "Event"));
    }

    [Fact]
    public void Other_colons_stay()
    {
        Assert.Equal(["a:b", "c"], SubjectNames.Remove(["a:b", "c"], []));
        Assert.Equal(["a:b"], SubjectNames.Remove(["a:b"], []));
        Assert.Equal([":a", "b:"], SubjectNames.Remove([":a", "b:"], []));
    }
}
