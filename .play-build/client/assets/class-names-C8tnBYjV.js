function o(...i){return i.filter(t=>typeof t=="string"&&t!=="").join(" ")||void 0}export{o as c};
