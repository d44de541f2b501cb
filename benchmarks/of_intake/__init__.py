"""What the benchmark of intake needs: documents of any size, and the bare COPY it is measured against."""
