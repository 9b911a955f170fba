namespace Clonus.Formats.Tests;

/// <summary>A short file of each text format, in the form in which its program writes it.</summary>
internal static class Samples
{
    public const string DeepLabCut = """
        scorer,DLC_resnet50_legs,DLC_resnet50_legs,DLC_resnet50_legs,DLC_resnet50_legs,DLC_resnet50_legs,DLC_resnet50_legs
        bodyparts,ankle_R,ankle_R,ankle_R, knee_R, knee_R, knee_R
        coords,x,y,likelihood,x,y,likelihood
        0,418.483,257.232,0.998,400.5,120.25,0.75
        1,419.5,258,0.5,,,
        2,420.5,259,0.25,401.5,121.25,1.0

        """;

    public const string DeepLabCutAnimals = """
        scorer,net,net,net,net,net,net
        individuals,left leg,left leg,left leg,right leg,right leg,right leg
        bodyparts,ankle,ankle,ankle,ankle,ankle,ankle
        coords,x,y,likelihood,x,y,likelihood
        0,1,2,0.9,11,12,0.8
        1,,,,13,14,0.7

        """;

    public const string Sleap = """
        track,frame_idx,instance.score,ankle.x,ankle.y,ankle.score,toe.x,toe.y,toe.score
        left,0,0.95,100.5,200.25,0.98,150,250,0.5
        left,2,0.94,102,198.5,1.04,,,
        right,0,0.9,300,400,0.96,350,450,0.89
        right,5,0.9,301,401,0.95,351,451,0.88

        """;

    public const string KinoveaCsv = """
        "Time","ankle/0/X","ankle/0/Y","leg/hip/X","leg/hip/Y","leg/knee/X","leg/knee/Y"
        "0","10.5","-20.25",,,"1","2"
        "0.033","11.5","-21.25","3","4","5","6"
        "0.067",,,"7","8","9","10"

        """;

    public const string KinoveaText = """
        #Kinovea Trajectory data export
        #T X Y

        # ankle
        0 866 320.5
        0.033 847 321.5
        0.067 830 322.5

        # toe
        0.033 100 50
        0.067 101 51


        """;

    // The blanks are tabs; a lone track's name stands alone.
    public const string Tracker = "mass_A\nt\tx\ty\n0.000000000E0\t1.500000000E1\t-2.5E0\n3.333333333E-2\t\t\n6.666666667E-2\t1.7E1\t-3\n";

    public const string TrackerMulti = "#multi:\n\tankle\t\ttoe\t\t\nt\tx\ty\tx\ty\n0\t1\t2\t3\t4\n0,033\t1,5\t2,5\t\t\n";

    public const string DltDv = """
        pt1_cam1_X,pt1_cam1_Y,pt2_cam1_X,pt2_cam1_Y
        1,1,NaN,NaN
        640.5,480,10,20

        """;

    public const string MediaPipeNames = """
        frame,timestamp_ms,LEFT_KNEE_x,LEFT_KNEE_y,LEFT_KNEE_z,LEFT_KNEE_visibility,LEFT_ANKLE_x,LEFT_ANKLE_y,LEFT_ANKLE_z,LEFT_ANKLE_visibility
        0,0,0.5,0.25,-0.1,0.99,0.52,0.75,-0.2,0.98
        2,66.5,0.51,0.26,-0.1,0.97,,,,

        """;

    public const string MediaPipeLong = """
        frame,landmark_id,landmark_name,x,y,z,visibility
        0,25,LEFT_KNEE,0.5,0.25,0,0.9
        0,27,LEFT_ANKLE,0.6,0.75,0,0.8
        1,25,LEFT_KNEE,0.51,0.26,0,0.7

        """;

    public static TheoryData<string, string> All => new()
    {
        { "DeepLabCut", DeepLabCut },
        { "DeepLabCut", DeepLabCutAnimals },
        { "SLEAP", Sleap },
        { "Kinovea CSV", KinoveaCsv },
        { "Kinovea CSV", KinoveaCsv.Replace(',', ';').Replace('.', ',') },
        { "Kinovea text", KinoveaText },
        { "Tracker", Tracker },
        { "Tracker", TrackerMulti },
        { "DLTdv", DltDv },
        { "MediaPipe", MediaPipeNames },
        { "MediaPipe", MediaPipeLong },
    };
}
