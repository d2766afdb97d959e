namespace Microsoft.SqlServer.Server;

/// <summary>Custom serialization of a type whose format is <see cref="Format.UserDefined"/>.</summary>
public interface IBinarySerialize
{
    void Read(BinaryReader r);

    void Write(BinaryWriter w);
}
