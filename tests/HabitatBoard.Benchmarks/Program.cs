Console.Error.WriteLine("usage: dotnet run -c Release --project tests/HabitatBoard.Benchmarks -- <benchmark>");
return 2;
