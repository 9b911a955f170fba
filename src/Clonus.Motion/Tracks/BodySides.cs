namespace Clonus.Motion.Tracks;

public static class BodySides
{
    extension(BodySide side)
    {
        /// <summary>The other leg's; an unknown one's is unknown.</summary>
        public BodySide Opposite => side switch
        {
            BodySide.Left => BodySide.Right,
            BodySide.Right => BodySide.Left,
            _ => BodySide.Unknown,
        };
    }
}
