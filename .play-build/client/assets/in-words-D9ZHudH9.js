function t(n){return n.length<2?n.join(""):`${n.slice(0,-1).join(", ")} and ${n.at(-1)}`}function u(n,r,o=`${r}s`){return`${n} ${n===1?r:o}`}export{u as c,t as l};
