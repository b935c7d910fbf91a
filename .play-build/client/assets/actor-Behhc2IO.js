const a=["facilitator","coordinator","lead","administrator"],o={facilitator:"Facilitator",coordinator:"Coordinator",lead:"Programme lead",administrator:"Administrator"};export{a as R,o as a};
