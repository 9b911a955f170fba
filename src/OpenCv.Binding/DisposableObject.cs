namespace OpenCvSharp;

/// <summary>Something that holds native memory until it is disposed, or collected.</summary>
public abstract class DisposableObject : IDisposable
{
    private protected DisposableObject()
    {
    }

    public bool IsDisposed { get; private set; }

    public void Dispose()
    {
        if (IsDisposed)
            return;
        IsDisposed = true;
        ReleaseNative();
        GC.SuppressFinalize(this);
    }

    public void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(IsDisposed, this);

    /// <summary>Gives the native memory back; called once. Without it the handle does so when it is collected.</summary>
    private protected abstract void ReleaseNative();
}
