namespace Clonus.Motion;

/// <summary>What kind of input was unusable; it decides the exit code at the edge.</summary>
public enum InputFault
{
    /// <summary>A setting, an option or a protocol is wrong.</summary>
    Settings,

    /// <summary>A file is missing or cannot be read as what it should be.</summary>
    Unreadable,
}

/// <summary>The caller gave something unusable. The message is one line: what was given, what is allowed and, where there is one, the mend.</summary>
public sealed class InputException(InputFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    public InputFault Fault { get; } = fault;
}
