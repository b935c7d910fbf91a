const n=["england-and-wales","scotland","northern-ireland"],a={"england-and-wales":"England and Wales",scotland:"Scotland","northern-ireland":"Northern Ireland"};export{a as N,n as a};
