using System.Globalization;
using System.Reflection;

namespace OpenCvSharp.Tests;

/// <summary>Writes an assembly's public members as the reference list of OpenCvSharp's signatures does.</summary>
internal static class PublicSignatures
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Assembly assembly) =>
        assembly.GetExportedTypes().SelectMany(type => Members(type).Select(member => $"{Name(type)}: {member}"));

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name =>
                string.Create(CultureInfo.InvariantCulture, $"enum {name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}"));
        }

        return type.GetMembers(Declared).Select(Signature).OfType<string>()
            .Append(type.IsAbstract && type.IsSealed ? "static class" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : "class");
    }

    private static string? Signature(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"new({Parameters(constructor.GetParameters())})",
        FieldInfo { IsLiteral: true } field => $"static {Name(field.FieldType)} {field.Name} = {Value(field.GetRawConstantValue())}",
        FieldInfo field => $"{(field.IsStatic ? "static " : "")}{Name(field.FieldType)} {field.Name}",
        PropertyInfo property => Property(property),
        MethodInfo { IsSpecialName: true } method when !method.Name.StartsWith("op_", StringComparison.Ordinal) => null,
        MethodInfo method => $"{(method.IsStatic ? "static " : "")}{Name(method.ReturnType)} {method.Name}{Generics(method)}({Parameters(method.GetParameters())})",
        _ => null,
    };

    private static string Property(PropertyInfo property)
    {
        var index = property.GetIndexParameters();
        var accessors = (property.GetMethod is { IsPublic: true } ? "get; " : "") + (property.SetMethod is { IsPublic: true } ? "set; " : "");
        return $"{Name(property.PropertyType)} {property.Name}{(index.Length == 0 ? "" : $"[{Parameters(index)}]")} {{ {accessors}}}";
    }

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Parameters(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(parameter =>
        (parameter.IsOut ? "out " : "") + Name(parameter.ParameterType) + " " + parameter.Name
        + (parameter.HasDefaultValue ? $" = {Value(parameter.RawDefaultValue)}" : "")));

    private static string Value(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : "null";

    private static string Name(Type type)
    {
        if (type.IsByRef)
            return Name(type.GetElementType()!) + "&";
        if (type.IsPointer)
            return Name(type.GetElementType()!) + "*";
        if (type.IsArray)
            return Name(type.GetElementType()!) + "[" + new string(',', type.GetArrayRank() - 1) + "]";
        if (type.IsGenericParameter)
            return type.Name;
        var space = type.Namespace is "System" or "OpenCvSharp" ? "" : type.Namespace + ".";
        var outer = type.DeclaringType is { } declaring ? Name(declaring) + "." : space;
        if (!type.IsGenericType)
            return outer + type.Name;
        return $"{outer}{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }
}
