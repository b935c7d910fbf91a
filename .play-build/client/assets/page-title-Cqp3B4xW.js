function t(e){return[{title:`${e} – Plumbline`}]}export{t as p};
