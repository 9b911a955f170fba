using System.Numerics;
using Clonus.Motion.Tracks;

namespace Clonus.Synthesis.Drawing;

/// <summary>A closed outline in the picture and what fills it. It may cross or touch itself: what it runs around twice counts twice, up to the whole.</summary>
/// <param name="Adds">Light that is added to what is there, instead of covering it.</param>
public sealed record Shape(ImagePoint[] Outline, Shade Shade, bool Adds = false)
{
    public PixelBox Box { get; } = PixelBox.Around(Outline);

    /// <summary>Whether a point lies inside of the outline, by the edges that a ray to the right crosses.</summary>
    public bool Holds(ImagePoint point)
    {
        var inside = false;
        var previous = Outline[^1];
        foreach (var corner in Outline)
        {
            if (corner.Y > point.Y != previous.Y > point.Y
                && point.X < corner.X + ((point.Y - corner.Y) / (previous.Y - corner.Y) * (previous.X - corner.X)))
            {
                inside = !inside;
            }

            previous = corner;
        }

        return inside;
    }
}

/// <summary>
/// Fills outlines. A pixel takes on as much of the colour as the outline covers of its square, exactly: each edge adds its area to the
/// pixels that it crosses and the sum along a row is the coverage. So a shape's centre is where its numbers say, to any fraction of a pixel.
/// </summary>
public sealed class Painter
{
    private float[] _areas = [];
    private float[] _coverage = [];
    private Vector3[] _colours = [];

    /// <summary>From back to front.</summary>
    public void Fill(Picture picture, PixelBox clip, IEnumerable<Shape> shapes)
    {
        foreach (var shape in shapes)
        {
            Fill(picture, clip, shape);
        }
    }

    public void Fill(Picture picture, PixelBox clip, Shape shape)
    {
        var box = shape.Box.Intersect(clip).Intersect(picture.Box);
        if (box.Width == 0 || box.Height == 0)
        {
            return;
        }

        Reserve(box);
        AddAreas(shape.Outline, box);
        for (var y = 0; y < box.Height; y++)
        {
            FillRow(picture, box, y, shape);
        }
    }

    private void Reserve(PixelBox box)
    {
        var needed = (box.Width + 2) * box.Height;
        if (_areas.Length < needed)
        {
            _areas = new float[needed];
        }

        if (_coverage.Length < box.Width)
        {
            _coverage = new float[box.Width];
            _colours = new Vector3[box.Width];
        }

        _areas.AsSpan(0, needed).Clear();
    }

    private void AddAreas(ImagePoint[] outline, PixelBox box)
    {
        var previous = outline[^1];
        foreach (var point in outline)
        {
            AddEdge(
                previous.X + 0.5 - box.Left, previous.Y + 0.5 - box.Top, point.X + 0.5 - box.Left, point.Y + 0.5 - box.Top, box.Width, box.Height);
            previous = point;
        }
    }

    // One edge, row by row. Downward edges add, upward edges take away.
    private void AddEdge(double x0, double y0, double x1, double y1, int width, int height)
    {
        if (y0 == y1)
        {
            return;
        }

        var sign = 1f;
        if (y0 > y1)
        {
            (x0, y0, x1, y1, sign) = (x1, y1, x0, y0, -1f);
        }

        var slope = (x1 - x0) / (y1 - y0);
        for (var row = Math.Max((int)Math.Floor(y0), 0); row < Math.Min((int)Math.Ceiling(y1), height); row++)
        {
            var (top, bottom) = (Math.Max(y0, row), Math.Min(y1, row + 1));
            var from = Math.Clamp(x0 + ((top - y0) * slope), 0, width);
            var to = Math.Clamp(x0 + ((bottom - y0) * slope), 0, width);
            AddSpan(row * (width + 2), Math.Min(from, to), Math.Max(from, to), sign * (float)(bottom - top));
        }
    }

    // A piece of an edge inside one row: the height that it covers is shared among the columns between left and right, each of which
    // passes on to its right neighbours what lies right of the edge.
    private void AddSpan(int rowStart, double left, double right, float height)
    {
        var first = (int)left;
        if (right - first <= 1)
        {
            var rightPart = (float)(((left + right) / 2) - first);
            _areas[rowStart + first] += height * (1 - rightPart);
            _areas[rowStart + first + 1] += height * rightPart;
            return;
        }

        var perColumn = height / (right - left);
        var before = 0.0;
        for (var column = first; column < right; column++)
        {
            var (a, b) = (Math.Max(left, column), Math.Min(right, column + 1));
            var share = (b - a) * perColumn;
            var covered = share * (column + 1 - ((a + b) / 2));
            _areas[rowStart + column] += (float)(covered + before);
            before = share - covered;
        }

        _areas[rowStart + (int)Math.Ceiling(right)] += (float)before;
    }

    private void FillRow(Picture picture, PixelBox box, int y, Shape shape)
    {
        var areas = _areas.AsSpan(y * (box.Width + 2), box.Width);
        var (sum, first, last) = (0f, -1, -1);
        for (var x = 0; x < areas.Length; x++)
        {
            sum += areas[x];
            _coverage[x] = Math.Min(Math.Abs(sum), 1);
            if (_coverage[x] > 1e-5f)
            {
                first = first < 0 ? x : first;
                last = x;
            }
        }

        if (first < 0)
        {
            return;
        }

        var colours = _colours.AsSpan(0, last + 1 - first);
        shape.Shade.Colour(box.Left + first, box.Top + y, colours);
        var row = picture.Row(box.Top + y, box.Left + first, box.Left + last + 1);
        for (var x = 0; x < row.Length; x++)
        {
            var coverage = _coverage[first + x];
            row[x] = shape.Adds ? row[x] + (colours[x] * coverage) : Vector3.Lerp(row[x], colours[x], coverage);
        }
    }
}
