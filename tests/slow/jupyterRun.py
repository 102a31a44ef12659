"""Runs a notebook with nbclient: jupyterRun.py <notebook> <options as JSON>; prints cells and error as JSON."""
import json
import os
import sys

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

path, options = sys.argv[1], json.loads(sys.argv[2])
notebook = nbformat.read(path, as_version=4)
client = NotebookClient(
    notebook,
    kernel_name="gan-figures",
    allow_errors=options["allowErrors"],
    timeout=options["timeout"],
    resources={"metadata": {"path": os.path.dirname(os.path.abspath(path))}},
)
error = None
try:
    client.execute()
except CellExecutionError as failure:
    error = str(failure)
json.dump({"error": error, "cells": [cell for cell in notebook.cells if cell.cell_type == "code"]}, sys.stdout)
