namespace Clonus.Cli.Settings;

/// <summary>What a person walks with. It is told in the result, and changes nothing of what is measured.</summary>
internal enum Device
{
    None,

    /// <summary>An ankle-foot orthosis.</summary>
    Afo,
    Cane,
    Walker,
}
