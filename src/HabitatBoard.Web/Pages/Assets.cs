using System.Security.Cryptography;
using HabitatBoard.Web.Caching;
using HabitatBoard.Web.Hosting;
using Microsoft.AspNetCore.StaticFiles;

namespace HabitatBoard.Web.Pages;

/// <summary>
/// The sheet and the pictures of the pages. Their address holds the digest of their bytes, so that a browser keeps them
/// for good; they go through the byte cache, which compresses them once.
/// </summary>
public sealed class Assets
{
    /// <summary>Browsers ask for it at this address, again and again: what stands there is what holds.</summary>
    private const string Worker = "sw.js";

    private const string WorkerThatRemovesItself = "sw-off.js";

    private readonly Dictionary<string, (byte[] Bytes, string Version, string ContentType)> files = [];

    public Assets(IWebHostEnvironment environment, IConfiguration configuration)
    {
        KeepPages = configuration.Flag("Offline:Enabled", otherwise: true);
        var types = new FileExtensionContentTypeProvider();
        foreach (var file in environment.WebRootFileProvider.GetDirectoryContents("").Where(f => !f.IsDirectory))
        {
            using var stream = file.CreateReadStream();
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            var version = Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()).AsSpan(0, 6));
            var type = types.TryGetContentType(file.Name, out var known) ? known : "application/octet-stream";
            files[file.Name] = (bytes.ToArray(), version, type.StartsWith("text/", StringComparison.Ordinal) ? $"{type}; charset=utf-8" : type);
        }
        if (files.Count == 0)
        {
            throw new ConfigurationException($"the folder wwwroot with the sheet of the pages is not in {environment.ContentRootPath}. Start the application in its own folder, or name that with --contentRoot=FOLDER.");
        }
    }

    /// <summary><c>Offline:Enabled</c>: whether browsers keep the pages that were read, for when the line is gone.</summary>
    public bool KeepPages { get; }

    /// <summary>The address of a file, <c>/site.css?v=0123456789ab</c>.</summary>
    public string Href(string name) => $"/{name}?v={files[name].Version}";

    public void Map(WebApplication app)
    {
        if (!KeepPages)
        {
            files[Worker] = files[WorkerThatRemovesItself];
        }
        foreach (var (name, file) in files)
        {
            app.MapGet($"/{name}", context =>
            {
                context.Response.ContentType = file.ContentType;
                if (context.Request.Query["v"] == file.Version)
                {
                    context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                }
                return context.Response.Body.WriteAsync(file.Bytes).AsTask();
            }).WithMetadata(new PublishedContent());
        }
    }
}
