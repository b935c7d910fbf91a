function a(r){return r.map((t,e)=>({key:String(e+1),place:e+1,item:t}))}export{a as k};
