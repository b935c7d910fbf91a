import{j as e}from"./jsx-runtime-0DLF9kdB.js";import{c as o}from"./class-names-C8tnBYjV.js";function m({className:s,...t}){return e.jsx("div",{className:o("govuk-inset-text",s),...t})}export{m as I};
