// One PDF a §: a docx template and a list of data in, folder/1.pdf … out, by two LibreOffice.
// Run by benchmarks/rivals.py: node carbone.js template.docx data.json folder
"use strict";

const carbone = require("carbone");
const fs = require("fs");
const path = require("path");

const FACTORIES = 2;
const [template, data, folder] = process.argv.slice(2).map((name) => path.resolve(name));
const all = JSON.parse(fs.readFileSync(data, "utf8"));

function rendered(one, number) {
  return new Promise((resolve, reject) => {
    carbone.render(template, one, { convertTo: "pdf" }, (error, pdf) => {
      if (error) {
        reject(error);
        return;
      }
      fs.writeFileSync(path.join(folder, `${number + 1}.pdf`), pdf);
      resolve();
    });
  });
}

carbone.set({ factories: FACTORIES, startFactory: true, tempPath: folder, templatePath: "/" });
Promise.all(all.map(rendered)).then(
  () => carbone.set({}) || process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
