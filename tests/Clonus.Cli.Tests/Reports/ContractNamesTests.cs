using Clonus.Cli.Reports;
using Clonus.Motion.Beats;

namespace Clonus.Cli.Tests.Reports;

public sealed class ContractNamesTests
{
    [Theory]
    [InlineData("StartSeconds", "start_s")]
    [InlineData("DecayPerSecond", "decay_per_s")]
    [InlineData("JitterPixels", "jitter_px")]
    [InlineData("RotationDegrees", "rotation_deg")]
    [InlineData("MillimetresPerPixel", "mm_per_px")]
    [InlineData("FrequencyHz", "frequency_hz")]
    [InlineData("CadencePerMinute", "cadence_per_min")]
    [InlineData("SpeedMillimetresPerSecond", "speed_mm_per_s")]
    [InlineData("SpeedLegsPerSecond", "speed_legs_per_s")]
    [InlineData("StepLengthMillimetres", "step_length_mm")]
    [InlineData("OscillationsFirst10s", "oscillations_first_10s")]
    [InlineData("MoreThan5", "more_than_5")]
    [InlineData("AtLeast10", "at_least_10")]
    [InlineData("TardieuIfPressureHeld", "tardieu_if_pressure_held")]
    [InlineData("Id", "id")]
    public void Names_of_records_become_names_of_the_contract(string name, string expected) =>
        Assert.Equal(expected, ContractNames.Policy.ConvertName(name));

    [Fact]
    public void Values_become_words() => Assert.Equal("rhythmic_only", ContractNames.Word(ClonusStatus.RhythmicOnly));
}
