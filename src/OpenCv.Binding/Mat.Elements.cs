using System.Runtime.CompilerServices;

namespace OpenCvSharp;

/// <summary>Reading and writing single elements and whole matrices from managed memory.</summary>
public partial class Mat
{
    /// <summary>Where the element of a row and a column begins. Not checked against the matrix's size.</summary>
    public IntPtr Ptr(int i0, int i1)
    {
        var header = Header;
        return header.Data + (nint)((i0 * header.Step) + ((long)i1 * header.ElemSize));
    }

    /// <summary>The element of a row and a column, in place. Neither the type nor the place is checked.</summary>
    public unsafe ref T At<T>(int i0, int i1)
        where T : unmanaged => ref Unsafe.AsRef<T>((void*)Ptr(i0, i1));

    /// <summary>Copies all elements, row by row.</summary>
    /// <exception cref="OpenCvSharpException">T is not the type of one element.</exception>
    public unsafe bool GetArray<T>(out T[] data)
        where T : unmanaged
    {
        CheckElement<T>();
        var header = Header;
        data = new T[(long)header.Rows * header.Cols];
        for (var row = 0; row < header.Rows; row++)
            new Span<T>((void*)(header.Data + (nint)(row * header.Step)), header.Cols).CopyTo(data.AsSpan(row * header.Cols));
        return true;
    }

    /// <summary>Overwrites all elements, row by row.</summary>
    /// <exception cref="OpenCvSharpException">T is not the type of one element, or the number of elements differs.</exception>
    public unsafe bool SetArray<T>(params T[] data)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        CheckElement<T>();
        var header = Header;
        if (data.LongLength != (long)header.Rows * header.Cols)
            throw new OpenCvSharpException($"a matrix of {header.Rows} x {header.Cols} cannot take {data.Length} elements");
        for (var row = 0; row < header.Rows; row++)
            data.AsSpan(row * header.Cols, header.Cols).CopyTo(new Span<T>((void*)(header.Data + (nint)(row * header.Step)), header.Cols));
        return true;
    }

    /// <summary>The matrix's type whose one element is a T.</summary>
    internal static MatType TypeOf<T>() => default(T) switch
    {
        byte => MatType.CV_8UC1,
        Vec3b => MatType.CV_8UC3,
        ushort => MatType.CV_16UC1,
        short => MatType.CV_16SC1,
        int => MatType.CV_32SC1,
        float => MatType.CV_32FC1,
        double => MatType.CV_64FC1,
        _ => throw new OpenCvSharpException($"no matrix has elements of {typeof(T).Name}"),
    };

    private void CheckElement<T>()
    {
        if (!Type().Equals(TypeOf<T>()))
            throw new OpenCvSharpException($"the matrix holds {Type()}, not {typeof(T).Name}");
    }
}
