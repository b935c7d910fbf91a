import{j as i}from"./jsx-runtime-0DLF9kdB.js";function r({name:t,value:e}){return i.jsx("input",{type:"hidden",name:t,value:e})}export{r as H};
