"""Talks to a kernel: jupyterTalk.py <steps as JSON>; prints what each step brought, and the kernel's process, as JSON.

A step is {"run": [code, ...]}, all sent at once (with "stopOnError"); with "interrupt" the kernel is
interrupted, by a signal or a "message", as soon as one of them has printed something; {"question": name, "content": {...}} asks on the
shell channel. With {"leave": code} the program ends at once while that cell runs.
"""
import json
import os
import sys
import time

from jupyter_client.manager import KernelManager

manager = KernelManager(kernel_name="gan-figures")
manager.start_kernel()
pid = manager.provisioner.pid
client = manager.client()
client.start_channels()
client.wait_for_ready(timeout=60)


def wait_for_output():
    while client.get_iopub_msg(timeout=60)["msg_type"] != "stream":
        pass


def reply_to(id):
    while True:  # getting ready may have left answers
        reply = client.get_shell_msg(timeout=60)
        if reply["parent_header"]["msg_id"] == id:
            return reply


def run(step):
    ids = [client.execute(code, stop_on_error=step.get("stopOnError", True)) for code in step["run"]]
    if step.get("interrupt"):
        wait_for_output()
        time.sleep(0.2)
        if step["interrupt"] == "message":
            client.control_channel.send(client.session.msg("interrupt_request", {}))
        else:
            manager.interrupt_kernel()
    return [reply_to(id)["content"] for id in ids]


def ask(step):
    message = client.session.msg(step["question"], step["content"])
    client.shell_channel.send(message)
    reply = reply_to(message["header"]["msg_id"])
    return {"type": reply["msg_type"], "content": reply["content"]}


results = []
for step in json.loads(sys.argv[1]):
    if "leave" in step:
        client.execute(step["leave"])
        wait_for_output()
        print(json.dumps({"pid": pid, "results": results}), flush=True)
        os._exit(0)
    results.append(run(step) if "run" in step else ask(step))
client.stop_channels()
manager.shutdown_kernel()
print(json.dumps({"pid": pid, "results": results}))
