using HabitatBoard.Search;

namespace HabitatBoard.Web.Hosting;

/// <summary><c>index</c>: makes the search index anew, also while another process serves from it.</summary>
internal sealed class IndexVerb : Verb
{
    public override string Name => "index";

    public override string Help => "makes the search index anew from what is published";

    public override async Task<int> RunAsync(IServiceProvider services)
    {
        await services.PrepareRecordAsync();
        var update = await services.GetRequiredService<SearchIndex>().RebuildAsync(CancellationToken.None);
        Console.WriteLine(FormattableString.Invariant($"The search index is made: {update.Units} units, up to change {update.Sequence}, in {update.Took.TotalSeconds:0.0} s."));
        return 0;
    }
}
