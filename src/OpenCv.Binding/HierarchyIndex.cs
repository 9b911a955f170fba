namespace OpenCvSharp;

/// <summary>A contour's neighbours in the tree of contours, by index; -1 is none.</summary>
public class HierarchyIndex
{
    public HierarchyIndex()
    {
    }

    public HierarchyIndex(int next, int previous, int child, int parent)
    {
        Next = next;
        Previous = previous;
        Child = child;
        Parent = parent;
    }

    public int Next { get; set; }

    public int Previous { get; set; }

    public int Child { get; set; }

    public int Parent { get; set; }
}
